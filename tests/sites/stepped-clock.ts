/**
 * Loaded into a server by `--import`. Shifts `Date` by the milliseconds in the file CLOCK_FILE, as if the
 * machine's clock was changed while the server runs. Monotonic clocks (`performance`, timers) are not
 * affected.
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
  construct: (target, args, newTarget) =>
    Reflect.construct(target, args.length > 0 ? args : [RealDate.now() + offset], newTarget),
  get: (target, name) => (name === 'now' ? () => RealDate.now() + offset : Reflect.get(target, name)),
})
