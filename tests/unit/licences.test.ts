import {readFileSync} from 'node:fs'
import {expect, it} from 'vitest'
import {forbiddenPackages} from '../audit/licence-table.ts'

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'))

it('every package has a licence that lets SIMI use it', () => {
  expect(forbiddenPackages(lock)).toEqual([])
})

it('a package with another licence, or with none, is refused wherever it is installed', () => {
  const packages = {
    '': {license: 'UNLICENSED'},
    'node_modules/free': {license: '(GPL-3.0-only OR MIT)'},
    'node_modules/both': {license: 'MIT AND GPL-3.0-only'},
    'node_modules/free/node_modules/@scope/closed': {license: 'SEE LICENSE IN terms.txt', dev: true},
    'node_modules/silent': {},
  }
  const names = forbiddenPackages({packages}).map(({name}) => name)
  expect(names).toEqual(['both', '@scope/closed', 'silent'])
})
