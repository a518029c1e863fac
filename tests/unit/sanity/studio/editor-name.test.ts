import {expect, test} from 'vitest'
import {userIdFromHeader} from '#sanity/lake/src/user.ts'
import {readableName} from '#sanity/studio/editor-name/editor-name.ts'

test.each([
  ['  Žofie Nováková ', 'Žofie Nováková'],
  ['Zofie\u0301', 'Zofi\u00e9'],
  ['Jana\u200b\u202e\tNová', 'JanaNová'],
  ['half a pair \ud800', 'half a pair'],
  ['𐍈'.repeat(80), '𐍈'.repeat(60)],
  [`${'x'.repeat(59)} y`, 'x'.repeat(59)],
  ['\u0000', ''],
])('what an editor types or pastes (%j) becomes a name that the lake accepts', (typed, name) => {
  expect(readableName(typed)).toBe(name)
  expect(userIdFromHeader(encodeURIComponent(readableName(typed)))).toMatch(/^(named-|local-member$)/)
})
