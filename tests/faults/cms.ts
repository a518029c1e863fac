import type {Fault} from '../sites/fault-proxy.ts'
import {openStage, type Scenario, sleep} from './stage.ts'

const MINUTE_MS = 60_000

/** A webhook asks twice before it marks pages as stale: what fails then is making them anew. */
const BEFORE_PAGES_ARE_MADE = 2

/**
 * The CMS fails in one way, just as pages are to be made anew after a publish. Visitors keep the last good ones; when it
 * is well again, they read what was published last.
 */
const failing =
  (fault: Fault, ms: number): Scenario =>
  async ({pace}) => {
    const stage = await openStage(`cms-${fault}`)
    try {
      const crowd = stage.visitors()
      await sleep(500)
      stage.proxy.fail(fault, BEFORE_PAGES_ARE_MADE)
      await stage.publish(`Published while ${fault}`)
      await sleep(ms * pace)
      stage.proxy.mend()
      const mended = Date.now()
      await stage.publish(`Published after ${fault}`)
      await stage.shows(`Published after ${fault}`)
      const caughtUp = Date.now() - mended
      const {requests, failed, worst} = await crowd.leave()
      return {requests, failed, worstMs: worst, note: `caught up in ${caughtUp} ms`, failures: crowd.failed}
    } finally {
      await stage.close()
    }
  }

/** The CMS is away altogether, for as long as is asked. */
const down: Scenario = async ({minutes}) => {
  const stage = await openStage('cms-down')
  try {
    const crowd = stage.visitors()
    stage.proxy.fail('refused', BEFORE_PAGES_ARE_MADE)
    await stage.publish('Published just before')
    await stage.lake.stop('SIGKILL')
    await sleep(minutes * MINUTE_MS)
    stage.proxy.mend()
    await stage.lake.start()
    const back = Date.now()
    await stage.publish('Published when it is back')
    await stage.shows('Published when it is back')
    const caughtUp = Date.now() - back
    const {requests, failed, worst} = await crowd.leave()
    const note = `${minutes} min, caught up in ${caughtUp} ms`
    return {requests, failed, worstMs: worst, note, failures: crowd.failed}
  } finally {
    await stage.close()
  }
}

export const cmsScenarios: Record<string, Scenario> = {
  'cms-down': down,
  'cms-slow': failing('slow', 40_000),
  'cms-silent': failing('silent', 40_000),
  'cms-refused': failing('refused', 15_000),
  'cms-500': failing('error', 15_000),
  'cms-malformed': failing('malformed', 15_000),
  'cms-empty': failing('empty', 15_000),
  'cms-half': failing('half', 15_000),
}
