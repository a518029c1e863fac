import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'

const folder = 'docs/decisions'
const records = readdirSync(folder).filter((file) => /^\d{3}-/.test(file))
const titleOf = (file: string) => readFileSync(join(folder, file), 'utf8').split('\n')[0] ?? ''

test('every decision has a number of its own, in its name and in its title', () => {
  const numbers = records.map((file) => file.slice(0, 3))
  expect(new Set(numbers).size).toBe(numbers.length)
  for (const file of records) expect(titleOf(file)).toMatch(new RegExp(`^# ${Number(file.slice(0, 3))}\\. `))
})

test('the index lists every decision under its title, and nothing else', () => {
  const index = readFileSync(join(folder, 'README.md'), 'utf8')
  const listed = [...index.matchAll(/^\| \[\d{3}\]\((\S+)\) \| (.+?) \|/gm)].map(([, file, title]) => [
    file,
    title,
  ])
  expect(listed).toEqual(records.map((file) => [file, titleOf(file).replace(/^# \d+\. /, '')]))
})
