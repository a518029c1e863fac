import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'

const folder = 'docs/decisions'
const records = readdirSync(folder).filter((file) => /^\d{3}-/.test(file))
const index = readFileSync(join(folder, 'README.md'), 'utf8')

function read(file: string) {
  const text = readFileSync(join(folder, file), 'utf8')
  const [, number, title] = /^# (\d+)\. (.+)\n/.exec(text) ?? []
  const [, status, date] = /^# .+\n\nStatus: (.+) · Date: (\d{4}-\d{2}-\d{2})\n/.exec(text) ?? []
  const headings = [...text.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading)
  return {number: Number(number), title, status, date, headings}
}

test.each(records)('%s has its number in the title, and a number of its own', (file) => {
  expect(read(file).number).toBe(Number(file.slice(0, 3)))
  expect(records.filter((other) => other.slice(0, 3) === file.slice(0, 3))).toEqual([file])
})

test.each(records)('%s has a status, a date and the same headings as every other decision', (file) => {
  const {status, date, headings} = read(file)
  expect(status).toMatch(/^(accepted|replaced by \d+)$/)
  expect(date).toBeDefined()
  expect(headings).toEqual(['Context', 'Decision', 'Consequences', 'Alternatives'])
})

test('the index lists every decision with its title, status and date, and nothing else', () => {
  const listed = [...index.matchAll(/^\| \[(\d{3})\]\((\S+)\) \| (.+?) \| (.+?) \| (.+?) \|$/gm)].map(
    ([, ...cells]) => cells,
  )
  const expected = records.map((file) => {
    const {title, status, date} = read(file)
    return [file.slice(0, 3), file, title, status, date]
  })
  expect(listed).toEqual(expected)
})

test('the index names every number that has no decision', () => {
  const [, list = ''] = /Never assigned: ([\d,\s]+)\./.exec(index) ?? []
  const last = Number(records.at(-1)?.slice(0, 3))
  const assigned = new Set(records.map((file) => Number(file.slice(0, 3))))
  const missing = Array.from({length: last}, (_, before) => before + 1).filter((each) => !assigned.has(each))
  expect(list.split(',').map(Number)).toEqual(missing)
})
