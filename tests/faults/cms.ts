import type {Fault} from '../sites/fault-proxy.ts'
import {openStage, type Scenario, sleep} from './stage.ts'

const MINUTE_MS = 60_000

/** A webhook sends two requests before it makes tags stale. Later requests render pages, and those must fail. */
const REQUESTS_BEFORE_RENDERING = 2

/**
 * The Content Lake starts to fail while pages are revalidated after a publish. Visitors must get the last good pages. When
 * the lake works again, they must get the last published content.
 */
const failing =
  (fault: Fault, ms: number): Scenario =>
  async ({pace}) => {
    const stage = await openStage(`cms-${fault}`)
    try {
      const visitors = stage.visitors()
      await sleep(500)
      stage.proxy.fail(fault, REQUESTS_BEFORE_RENDERING)
      await stage.publish(`Published while ${fault}`)
      await sleep(ms * pace)
      stage.proxy.repair()
      const repaired = Date.now()
      await stage.publish(`Published after ${fault}`)
      await stage.shows(`Published after ${fault}`)
      const caughtUp = Date.now() - repaired
      const {requests, failed, worst} = await visitors.stop()
      return {
        requests,
        failed,
        worstMs: worst,
        note: `caught up in ${caughtUp} ms`,
        failures: visitors.failed,
      }
    } finally {
      await stage.close()
    }
  }

/** The Content Lake is down for the given number of minutes. */
const down: Scenario = async ({minutes}) => {
  const stage = await openStage('cms-down')
  try {
    const visitors = stage.visitors()
    stage.proxy.fail('refused', REQUESTS_BEFORE_RENDERING)
    await stage.publish('Published just before')
    await stage.lake.stop('SIGKILL')
    await sleep(minutes * MINUTE_MS)
    stage.proxy.repair()
    await stage.lake.start()
    const back = Date.now()
    await stage.publish('Published when it is back')
    await stage.shows('Published when it is back')
    const caughtUp = Date.now() - back
    const {requests, failed, worst} = await visitors.stop()
    const note = `${minutes} min, caught up in ${caughtUp} ms`
    return {requests, failed, worstMs: worst, note, failures: visitors.failed}
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
