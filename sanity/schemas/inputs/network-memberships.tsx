import {AddIcon} from '@sanity/icons/Add'
import {Button, Stack, Text} from '@sanity/ui'
import {type ComponentProps, useMemo} from 'react'
import {getPublishedId, type ObjectMember, useFormValue} from 'sanity'
import {usePaneRouter} from 'sanity/structure'
import {t} from '#sanity/i18n/studio-language.ts'
import {PreviewLink} from '../preview-link.tsx'
import {useAddMembership} from '../use-add-membership.ts'
import {useLiveQuery} from '../use-live-query.ts'

const MEMBERSHIPS_QUERY = `*[_type == "membership" && network._ref == $network]
  | order(coalesce(since, "~") asc) {_id}`

function MembershipLink({id}: {id: string}) {
  const {ReferenceChildLink} = usePaneRouter()
  const Link = useMemo(
    () =>
      (
        props: Omit<
          ComponentProps<typeof ReferenceChildLink>,
          'documentId' | 'documentType' | 'parentRefPath'
        >,
      ) => <ReferenceChildLink {...props} documentId={id} documentType="membership" parentRefPath={[]} />,
    [ReferenceChildLink, id],
  )
  return <PreviewLink id={id} type="membership" as={Link} border />
}

/** The memberships of the open network. Each opens beside the form, and so does a new one. */
function NetworkMemberships() {
  const id = useFormValue(['_id'])
  const network = getPublishedId(typeof id === 'string' ? id : '')
  const add = useAddMembership(network)
  const {data, failed} = useLiveQuery<{_id: string}[]>(
    MEMBERSHIPS_QUERY,
    useMemo(() => ({network}), [network]),
  )
  const title = t('Členství v této síti', 'Memberships in this network')
  return (
    <Stack as="section" aria-label={title} data-testid="network-memberships" gap={3}>
      <Text size={1} weight="medium">
        {title}
      </Text>
      {data?.map((row) => (
        <MembershipLink key={row._id} id={row._id} />
      ))}
      {(failed || data?.length === 0) && (
        <Text muted size={1}>
          {failed
            ? t('Členství se nepodařilo načíst.', 'The memberships could not be read.')
            : t('Zatím žádné.', 'None yet.')}
        </Text>
      )}
      <Button
        disabled={!add}
        icon={AddIcon}
        mode="ghost"
        onClick={add}
        text={t('Přidat členství', 'Add a membership')}
        title={add ? undefined : t('Nejdřív síť zveřejněte.', 'Publish the network first.')}
      />
    </Stack>
  )
}

/** Shows the memberships after the kind of the network, so on the first tab and before the long texts. */
export function withMemberships(members: ObjectMember[]): ObjectMember[] {
  const index = members.findIndex((member) => member.kind === 'field' && member.name === 'summary')
  return index < 0
    ? members
    : members.toSpliced(index, 0, {kind: 'decoration', key: 'memberships', component: NetworkMemberships})
}
