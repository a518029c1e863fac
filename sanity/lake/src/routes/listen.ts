import type {Context} from 'hono'
import type {Lake} from '../lake.ts'
import type {Sink} from '../listen/listeners.ts'
import {liveSubscription} from '../listen/live.ts'
import {createSubscription, refusalEvent, type Subscription} from '../listen/subscription.ts'
import type {LakeApp, LakeEnv} from './app-types.ts'

/** A client with this much unread data is disconnected. It reconnects and resumes. */
const maxBacklogBytes = 8 * 1024 * 1024

const streamHeaders = {
  'Content-Type': 'text/event-stream; charset=utf-8',
  'Cache-Control': 'no-cache, no-transform',
}

/** `GET /data/listen/{dataset}` and `/data/live/events/{dataset}`: server-sent events. */
export function listenRoutes(app: LakeApp, lake: Lake): void {
  app.get('/data/listen/:dataset', (context) => {
    const {dataset, version} = context.var
    const search = new URL(context.req.url).searchParams
    try {
      return streamTo(context, lake, createSubscription(lake.store, dataset, search, context.var, version))
    } catch (error) {
      return context.body(refusalEvent(error), 200, streamHeaders)
    }
  })
  app.get('/data/live/events/:dataset', (context) => {
    const {dataset, access} = context.var
    const includeDrafts = context.req.query('includeDrafts') === 'true'
    return streamTo(context, lake, liveSubscription(dataset, includeDrafts, access))
  })
}

function streamTo(context: Context<LakeEnv>, lake: Lake, subscription: Subscription): Response {
  const encoder = new TextEncoder()
  let sink: Sink
  const stream = new ReadableStream<Uint8Array>(
    {
      start(controller) {
        let isClosed = false
        const close = () => {
          lake.listeners.remove(sink)
          if (!isClosed) controller.close()
          isClosed = true
        }
        sink = {
          send(text) {
            controller.enqueue(encoder.encode(text))
            if ((controller.desiredSize ?? 0) < 0) close()
          },
          close,
        }
        lake.listeners.open(subscription, sink, context.req.header('last-event-id'))
      },
      cancel: () => lake.listeners.remove(sink),
    },
    new ByteLengthQueuingStrategy({highWaterMark: maxBacklogBytes}),
  )
  return context.body(stream, 200, streamHeaders)
}
