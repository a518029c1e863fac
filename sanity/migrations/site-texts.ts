import {createIfNotExists, defineMigration} from 'sanity/migrate'
import {firstFields, siteTextsId} from '#lib/content/site-texts.ts'

/**
 * Until November 2026 the texts of the site were in the code. This creates their document with the same
 * texts. A document that exists stays unchanged, so a second run changes nothing.
 */
export default defineMigration({
  title: 'Create the texts of the site',
  async *migrate() {
    yield createIfNotExists({_id: siteTextsId, _type: 'siteTexts', ...firstFields()})
  },
})
