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
import {changedSince, failureToast, useUndoToast} from './use-undo-toast.tsx'

const rank = 'orderRank'

/** Identifies the plugin's client. Other clients, such as the Studio's own stores, stay unwrapped. */
const pluginApiVersion = 'v2025-06-27'

type Order = {client: SanityClient; before: FieldValues; written: FieldValues}
type Handlers = {changed: (order: Order) => void; failed: () => void}

type Mutation = {patch?: {id?: string; set?: Record<string, string>}}

/**
 * Wraps a client to report each write of ranks. The plugin has no hook: it writes, shows a toast in English,
 * and offers no undo.
 */
function reportRanks(client: SanityClient, handlers: Handlers): SanityClient {
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
          handlers.changed({client, before, written})
          return result
        } catch (error) {
          console.error('Could not change the order.', error)
          handlers.failed()
          // Do not rethrow: the plugin does not catch a failure of its renumbering.
          return {results: []}
        }
      },
    })
  }
  return Object.assign(client.clone(), {
    transaction,
    withConfig: (config: object) => reportRanks(client.withConfig(config), handlers),
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

/** The plugin's list with a warning and an undo, because ranks are written to published documents at once. */
export function LiveOrder({options, ...props}: ComponentProps<typeof OrderableDocumentList>) {
  const source = useSource()
  const toast = useToast()
  const offerUndo = useUndoToast()
  const handlers: Handlers = {
    failed: () => toast.push(failureToast),
    changed: ({client, before, written}) =>
      offerUndo({
        id: 'order',
        title: titleOf(before, written),
        undone: t('Pořadí je zase jako předtím.', 'The order is as it was before.'),
        undo: async () => ((await restoreField(client, rank, {before, written})) ? undefined : changedSince),
      }),
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: the handlers do the same after every render.
  const reporting = useMemo(
    () => ({
      source: {
        ...source,
        getClient: (config: {apiVersion: string}) => {
          const client = source.getClient(config)
          return config.apiVersion === pluginApiVersion ? reportRanks(client, handlers) : client
        },
      },
      options: {...options, client: reportRanks(options.client, handlers)},
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
        {/* Takes the plugin's English toasts. It is hidden by app/(studio)/studio.css. */}
        <ToastProvider>
          <SourceContext.Provider value={reporting.source}>
            <OrderableDocumentList {...props} options={reporting.options} />
          </SourceContext.Provider>
        </ToastProvider>
      </Box>
    </Flex>
  )
}
