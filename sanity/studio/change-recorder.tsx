import {useEffect} from 'react'
import {definePlugin, type LayoutProps, useClient} from 'sanity'
import {apiVersion} from '#sanity/queries/api-version.ts'
import {recordChanges} from './record-changes.ts'

function RecordChanges(props: LayoutProps) {
  const client = useClient({apiVersion})
  useEffect(() => {
    const subscription = recordChanges(client)
    return () => subscription.unsubscribe()
  }, [client])
  return props.renderDefault(props)
}

/** Records published changes for the feed, in whichever tool the editor is. */
export const changeRecorder = definePlugin({
  name: 'change-recorder',
  studio: {components: {layout: RecordChanges}},
})
