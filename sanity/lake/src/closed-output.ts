/**
 * Keeps a process running when the reader of its output has ended: `| head`, a log collector that was
 * stopped. Node ends a process for an error of stdout or stderr that has no listener. The cost: what is logged
 * after that is lost, and nothing can say so.
 */
export function surviveClosedOutput(): void {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {})
}
