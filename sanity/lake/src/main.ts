#!/usr/bin/env node
import {setFlagsFromString} from 'node:v8'
import {optionsFromEnvironment} from './options.ts'
import {startLake} from './server.ts'

// Two query workers hold all documents. By default V8 lets their heaps grow by half again before it collects
// garbage. The cost of this flag is more frequent garbage collection; the benchmark shows no difference.
setFlagsFromString('--optimize-for-size')

/**
 * The process: reads options from the environment, prints one line when ready, stops on SIGINT and SIGTERM.
 */
try {
  const lake = await startLake(optionsFromEnvironment(process.env))
  console.log(`[lake] ready at ${lake.url}`)
  process.send?.({type: 'ready', url: lake.url})
  const stop = () => void lake.close().then(() => process.exit(0))
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
  // The parent process has ended, so no other process would stop this lake.
  process.once('disconnect', stop)
} catch (error) {
  console.error(`[lake] ${error instanceof Error ? error.message : error}`)
  process.exit(1)
}
