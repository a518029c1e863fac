#!/usr/bin/env node
import {setFlagsFromString} from 'node:v8'
import {optionsFromEnvironment} from './options.ts'
import {startLake} from './server.ts'

// Two query threads hold every document: by default V8 lets their heaps grow by half as much again in garbage. What
// it costs is more frequent collection, which the benchmark doesn't show.
setFlagsFromString('--optimize-for-size')

/** The process: options from the environment, one line when ready, a clean end on SIGINT and SIGTERM. */
try {
  const lake = await startLake(optionsFromEnvironment(process.env))
  console.log(`[lake] ready at ${lake.url}`)
  process.send?.({type: 'ready', url: lake.url})
  const stop = () => void lake.close().then(() => process.exit(0))
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
  // A lake whose parent is gone has nobody left to stop it.
  process.once('disconnect', stop)
} catch (error) {
  console.error(`[lake] ${error instanceof Error ? error.message : error}`)
  process.exit(1)
}
