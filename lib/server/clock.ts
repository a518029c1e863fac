/**
 * Milliseconds since 1970 by the machine's clock when this process started, counted evenly since: for ages, deadlines and
 * limits. The machine's own clock steps (by hand, by NTP, after a suspend): a minute back, and what was published would
 * count as older than the pages that show it. Next counts like this too. It costs that it differs from the machine's clock
 * after a step, until the next start: dates that people read, and those that other machines check, are `Date`'s.
 *
 * An object, so that tests can move it.
 */
export const clock = {
  now: () => performance.timeOrigin + performance.now(),
}
