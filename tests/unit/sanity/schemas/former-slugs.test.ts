import {describe, expect, test} from 'vitest'
import {formerSlugs} from '#sanity/schemas/inputs/former-slugs.ts'

const slug = (cs?: string, en?: string, former?: string[]) => ({
  ...(cs && {cs: {current: cs}}),
  ...(en && {en: {current: en}}),
  ...(former && {former}),
})

describe('the former slugs of a draft', () => {
  test('are empty while no slug has changed', () => {
    expect(formerSlugs(slug('konsorcium', 'consortium'), slug('konsorcium', 'consortium'))).toEqual([])
  })

  test('include a published slug that the draft replaces or removes, in either language', () => {
    const published = slug('konsorcium', 'consortium')
    expect(formerSlugs(slug('konsorcium', 'the-consortium'), published)).toEqual(['consortium'])
    expect(formerSlugs(slug(undefined, 'consortium'), published)).toEqual(['konsorcium'])
  })

  test('include those of earlier changes', () => {
    expect(formerSlugs(slug('c', 'x', ['a']), slug('b', 'x', ['a']))).toEqual(['a', 'b'])
  })

  test('exclude a slug that is in use again, because it would redirect to itself', () => {
    expect(formerSlugs(slug('a', 'x', ['a']), slug('b', 'x', ['a']))).toEqual(['b'])
    expect(formerSlugs(slug('b', 'a', ['a']), slug('b', 'x', ['a']))).toEqual(['x'])
  })
})
