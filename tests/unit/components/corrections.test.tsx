// @vitest-environment jsdom
import {cleanup, render, screen, within} from '@testing-library/react'
import {afterEach, describe, expect, test} from 'vitest'
import {NetworkContent} from '#components/network-content.tsx'
import {Corrections} from '#components/sources-and-corrections.tsx'
import {networkView} from '#lib/content/network-view.ts'
import type {NetworkRow} from '#lib/content/query-rows.ts'
import {type Locale, locales, otherLocale} from '#lib/i18n/locales.ts'

afterEach(cleanup)

const correction = (lang: string) => ({
  _key: lang,
  lang,
  from: `wrong ${lang}`,
  to: `right ${lang}`,
  reason: {cs: 'Překlep', en: 'Typing error'},
})

const rowWith = (lang: string | undefined, rest: Partial<NetworkRow> = {}): NetworkRow => ({
  _id: 'network-a',
  name: {cs: 'Síť', en: 'Network'},
  summary: {cs: 'Souhrn', en: 'Summary'},
  ...(lang && {sourceText: {lang, asOf: '2016'}}),
  corrections: [correction('cs'), correction('en')],
  ...rest,
})

function show(row: NetworkRow, locale: Locale) {
  const network = networkView(row, locale)
  const {container} = render(
    <>
      <NetworkContent network={network} locale={locale} edit={() => undefined} />
      <Corrections network={network} locale={locale} edit={() => undefined} />
    </>,
  )
  return container
}

const words = {
  cs: {
    differs: /liší v\s+těchto místech/,
    translation: /^Překlad z\sangličtiny\. Stav textu: 2016$/,
    original: /anglickém originálu/,
  },
  en: {
    differs: /differs from its source/,
    translation: /^Translated from Czech\. Text as of: 2016$/,
    original: /Czech original/,
  },
}

describe.each(locales)('on a page in %s', (locale) => {
  const {differs, translation, original} = words[locale]
  const other = otherLocale(locale)

  test('a text in the language of its source lists its differences from the source', () => {
    show(rowWith(locale), locale)
    expect(screen.getByText(differs)).toBeTruthy()
    expect(screen.getAllByRole('insertion').map(({textContent}) => textContent)).toEqual([`right ${locale}`])
    expect(screen.queryByText(translation)).toBeNull()
  })

  test('a translation is labelled as one, and its corrections are those of the original', () => {
    const container = show(rowWith(other), locale)
    expect(container.querySelector('.as-of')?.textContent).toMatch(translation)
    expect(screen.getByText(original)).toBeTruthy()
    expect(screen.queryByText(differs)).toBeNull()
    for (const role of ['deletion', 'insertion']) {
      const changes = screen.getAllByRole(role)
      expect(changes).toHaveLength(1)
      for (const change of changes) expect(change.querySelector('span')?.lang).toBe(other)
    }
  })

  test('an untranslated text in the language of its source is not labelled as a translation', () => {
    const container = show(rowWith(other, {summary: {[other]: 'Text'}}), locale)
    expect(container.querySelector('.as-of')?.textContent).toMatch(/^[^.]*2016$/)
    expect(screen.getByText(differs)).toBeTruthy()
    const [corrected] = screen.getAllByRole('insertion')
    expect(within(corrected as HTMLElement).getByText(`right ${other}`).lang).toBe(other)
  })

  test.each([undefined, 'xx'])(
    'without a source text in a known language (%s), there are no corrections and no label',
    (lang) => {
      const container = show(rowWith(lang), locale)
      expect(container.querySelector('ins, del')).toBeNull()
      expect(container.textContent).not.toMatch(/překl|transl|origin/i)
    },
  )
})
