import type {SanityClient} from '@sanity/client'
import {OrderableDocumentList} from '@sanity/orderable-document-list'
import {Box, Card, Flex, Text} from '@sanity/ui'
import {ToastProvider, useToast} from '@sanity/ui/toast'
import {type ComponentProps, useMemo} from 'react'
import {isPublishedId, useSource} from 'sanity'
import {SourceContext} from 'sanity/_singletons'
import {t} from '#sanity/i18n/studio-language.ts'
import {type FieldValues, readField, restoreField} from './field-undo.ts'
import {isRenumbered} from './renumbered.ts'
import {failed, useUndoToast} from './use-undo-toast.tsx'

const rank = 'orderRank'

/** By which the plugin's client is told from others: those stay as they are, and with them the Studio's stores. */
const pluginApiVersion = 'v2025-06-27'

type Order = {client: SanityClient; before: FieldValues; written: FieldValues}
type Outcomes = {changed: (order: Order) => void; failed: () => void}

type Mutation = {patch?: {id?: string; set?: Record<string, string>}}

/**
 * The same client, telling what each transaction made of the ranks. The plugin offers no hook: it writes, says so in
 * English, and keeps no way back.
 */
function watched(client: SanityClient, outcomes: Outcomes): SanityClient {
  const transaction: SanityClient['transaction'] = () => {
    const ranks = client.transaction()
    const commit = ranks.commit.bind(ranks)
    return Object.assign(ranks, {
      async commit(options: object) {
        const patches = (ranks.serialize() as Mutation[]).map(({patch}) => patch)
        const written = Object.fromEntries(patches.map((patch) => [patch?.id ?? '', patch?.set?.[rank]]))
        try {
          const before = await readField(client, rank, Object.keys(written))
          const result = await commit(options)
          outcomes.changed({client, before, written})
          return result
        } catch (error) {
          console.error('The order was not changed.', error)
          outcomes.failed()
          // The plugin lets a failure of its renumbering go uncaught.
          return {results: []}
        }
      },
    })
  }
  return Object.assign(client.clone(), {
    transaction,
    withConfig: (config: object) => watched(client.withConfig(config), outcomes),
  })
}

function titleOf(before: FieldValues, written: FieldValues): string {
  if (isRenumbered(before, written))
    return t(
      'Pořadí je znovu očíslované, nic se nepřesunulo.',
      'The order is numbered again; nothing has moved.',
    )
  return Object.keys(written).some(isPublishedId)
    ? t('Pořadí na webu se změnilo.', 'The order on the site has changed.')
    : t('Pořadí konceptů se změnilo.', 'The order of drafts has changed.')
}

/** A group's networks in their order. Ranks are written to what is published, so it says so, and offers the way back. */
export function LiveOrder({options, ...props}: ComponentProps<typeof OrderableDocumentList>) {
  const source = useSource()
  const toast = useToast()
  const offerUndo = useUndoToast()
  const outcomes: Outcomes = {
    failed: () => toast.push(failed),
    changed: ({client, before, written}) =>
      offerUndo({
        id: 'order',
        title: titleOf(before, written),
        undone: t('Pořadí je zase jako předtím.', 'The order is as it was before.'),
        undo: () => restoreField(client, rank, {before, written}),
      }),
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: what the outcomes lead to never changes.
  const watching = useMemo(
    () => ({
      source: {
        ...source,
        getClient: (config: {apiVersion: string}) => {
          const client = source.getClient(config)
          return config.apiVersion === pluginApiVersion ? watched(client, outcomes) : client
        },
      },
      options: {...options, client: watched(options.client, outcomes)},
    }),
    [source, options],
  )
  return (
    <Flex direction="column" height="fill">
      <Card borderBottom padding={3} tone="caution">
        <Text size={1}>
          {t(
            'Pořadí platí hned: co přetáhnete, je na webu jinak i bez zveřejnění.',
            'The order is live: what you drag moves on the site at once, without Publish.',
          )}
        </Text>
      </Card>
      <Box flex={1} overflow="auto" className="without-toasts">
        {/* The plugin's own, in English, go into this one, which is not shown: app/(studio)/studio.css. */}
        <ToastProvider>
          <SourceContext.Provider value={watching.source}>
            <OrderableDocumentList {...props} options={watching.options} />
          </SourceContext.Provider>
        </ToastProvider>
      </Box>
    </Flex>
  )
}
