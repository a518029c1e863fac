/**
 * Loaded into a server by `--import`: its `Date` is as many milliseconds off as the file CLOCK_FILE says, as when the
 * machine's clock is set while it runs. What counts evenly (`performance`, timers) goes on, as it does then.
 */
import {readFileSync} from 'node:fs'

const file = process.env.CLOCK_FILE ?? ''
const offsetNow = () => Number(readFileSync(file, 'utf8'))
let offset = offsetNow()
setInterval(() => {
  offset = offsetNow()
}, 20).unref()

const RealDate = Date
globalThis.Date = new Proxy(RealDate, {
  construct: (target, given, newTarget) =>
    Reflect.construct(target, given.length > 0 ? given : [RealDate.now() + offset], newTarget),
  get: (target, name) => (name === 'now' ? () => RealDate.now() + offset : Reflect.get(target, name)),
})
