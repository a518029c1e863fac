#!/usr/bin/env node
import {setFlagsFromString} from 'node:v8'
import {backUp} from './backup.ts'
import {surviveClosedOutput} from './closed-output.ts'
import {optionsFromEnvironment} from './options.ts'
import {startLake} from './server.ts'

// Two query workers hold all documents. By default V8 lets their heaps grow by half again before it collects
// garbage. The cost of this flag is more frequent garbage collection; the benchmark shows no difference.
setFlagsFromString('--optimize-for-size')

surviveClosedOutput()

/**
 * The process: reads options from the environment, prints one line when ready, stops on SIGINT and SIGTERM.
 * `backup <folder>` copies the data folder instead.
 */
try {
  const [command, target, ...rest] = process.argv.slice(2)
  const options = optionsFromEnvironment(process.env)
  if (command === undefined) {
    const lake = await startLake(options)
    // First: the command does not start a lake again that was never ready, as far as it knows.
    process.send?.({type: 'ready', url: lake.url})
    console.log(`[lake] ready at ${lake.url}`)
    const stop = () => void lake.close().then(() => process.exit(0))
    process.once('SIGINT', stop)
    process.once('SIGTERM', stop)
    // The parent process has ended, so no other process would stop this lake.
    process.once('disconnect', stop)
  } else if (command === 'backup' && target && rest.length === 0) {
    const {documents, assets, missing} = backUp(options.dir, target)
    console.log(`[lake] ${documents} documents and ${assets} assets copied to ${target}`)
    if (missing.length > 0)
      console.warn(`[lake] ${missing.length} assets have no file in ${options.dir}: ${missing.join(', ')}`)
  } else throw new Error('Usage: embedded-content-lake [backup <folder>]')
} catch (error) {
  console.error(`[lake] ${error instanceof Error ? error.message : error}`)
  process.exit(1)
}
