import {cacheForTests, keptForAnHour, page} from './cache-for-tests.ts'

/** Stores one page after the other under the same address, until it is killed. */
const serverDistDir = process.argv[2] ?? ''
const cache = () => cacheForTests({serverDistDir, flushToDisk: true})
for (let version = 0; ; version++) {
  const text = `${version} `.repeat(200_000)
  await cache().set('/en/page', page(text, {rscData: Buffer.from(text)}), keptForAnHour)
  if (version === 0) process.send?.('writing')
}
