import {describe, expect, test} from 'vitest'
import {formerSlugs} from '#sanity/schemas/inputs/former-slugs.ts'

const slug = (cs?: string, en?: string, former?: string[]) => ({
  ...(cs && {cs: {current: cs}}),
  ...(en && {en: {current: en}}),
  ...(former && {former}),
})

describe('the former slugs of a draft', () => {
  test('are none while nothing changed', () => {
    expect(formerSlugs(slug('konsorcium', 'consortium'), slug('konsorcium', 'consortium'))).toEqual([])
  })

  test('hold the published slug that the draft gives up, in either language', () => {
    const published = slug('konsorcium', 'consortium')
    expect(formerSlugs(slug('konsorcium', 'the-consortium'), published)).toEqual(['consortium'])
    expect(formerSlugs(slug(undefined, 'consortium'), published)).toEqual(['konsorcium'])
  })

  test('keep those of earlier changes', () => {
    expect(formerSlugs(slug('c', 'x', ['a']), slug('b', 'x', ['a']))).toEqual(['a', 'b'])
  })

  test('let go of a slug that is taken back, which would redirect to itself', () => {
    expect(formerSlugs(slug('a', 'x', ['a']), slug('b', 'x', ['a']))).toEqual(['b'])
    expect(formerSlugs(slug('b', 'a', ['a']), slug('b', 'x', ['a']))).toEqual(['x'])
  })
})
