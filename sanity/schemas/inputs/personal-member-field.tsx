import {useMemo} from 'react'
import {type ObjectFieldProps, type Reference, useFormValue} from 'sanity'
import {useLiveQuery} from '../use-live-query.ts'

const MEMBER_TYPE_QUERY = '*[_id == $id][0]._type'

/**
 * A field that applies only when the member is a person. A value that was entered before stays visible, so that
 * an editor can clear it. It is a component, because `hidden` can't query the type of the referenced document.
 */
export function PersonalMemberField(props: ObjectFieldProps<Reference>) {
  const member = useFormValue(['member']) as Reference | undefined
  const params = useMemo(() => ({id: member?._ref ?? ''}), [member?._ref])
  const {data: type} = useLiveQuery<string | null>(MEMBER_TYPE_QUERY, params)
  return type === 'person' || props.value ? props.renderDefault(props) : null
}
