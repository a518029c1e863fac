import {readFileSync} from 'node:fs'
import {resolve} from 'node:path'
import {at, defineMigration, setIfMissing} from 'sanity/migrate'

type Source = {_id: string; title?: unknown; lang?: string; publisher?: unknown; publisherLang?: string}

const seedSources = new Map<string, Source>(
  readFileSync(resolve(import.meta.dirname, '../seed/source.ndjson'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
    .map((source: Source) => [source._id, source]),
)

const publishedId = (id: string) => id.replace(/^(drafts|versions\.[^.]+)\./, '')

/**
 * Until November 2026 a source had no language for its title and its publisher's name. The seed now has both,
 * so this migration copies them to the seeded sources. It skips texts that were edited since, and all other
 * sources.
 */
export default defineMigration({
  title: 'Set the languages of seeded sources',
  documentTypes: ['source'],
  migrate: {
    document(document) {
      const known = seedSources.get(publishedId(document._id))
      const {title, publisher, lang, publisherLang} = document as Partial<Source>
      const patches = [
        !lang && known?.lang && title === known.title && at('lang', setIfMissing(known.lang)),
        !publisherLang &&
          known?.publisherLang &&
          publisher === known.publisher &&
          at('publisherLang', setIfMissing(known.publisherLang)),
      ].filter((patch) => patch !== false && patch !== undefined && patch !== '')
      // Idempotent: a second run changes nothing.
      return patches.length > 0 ? patches : undefined
    },
  },
})
