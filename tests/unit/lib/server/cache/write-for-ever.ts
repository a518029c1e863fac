import {cacheForTests, page, revalidateHourly} from './cache-for-tests.ts'

/** Writes one version of a page after the other, until it is killed. */
const serverDistDir = process.argv[2] ?? ''
const cache = () => cacheForTests({serverDistDir, flushToDisk: true})
for (let version = 0; ; version++) {
  const text = `${version} `.repeat(200_000)
  await cache().set('/en/page', page(text, {rscData: Buffer.from(text)}), revalidateHourly)
  if (version === 0) process.send?.('writing')
}
