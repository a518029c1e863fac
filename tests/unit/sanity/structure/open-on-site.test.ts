import {expect, test} from 'vitest'
import {documentPages} from '#lib/routing/document-pages.ts'
import {pagePath} from '#sanity/structure/open-on-site.ts'

const base = {_id: 'a', _type: 'network', _rev: 'a', _createdAt: '', _updatedAt: '', level: 'czech'}
const path = (slug: object | undefined) => pagePath(documentPages.network, {...base, ...(slug && {slug})})

test('"Open on the site" opens the page in the editor’s language, or in the other, if there is one', () => {
  expect(path({cs: {current: 'sit'}, en: {current: 'net'}})).toBe('/cs/nase-clenstvi/ceske-site/sit')
  expect(path({en: {current: 'net'}})).toBe('/en/our-membership/czech-networks/net')
  expect(path(undefined)).toBeUndefined()
})
