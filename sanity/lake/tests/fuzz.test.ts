import {expect, it} from 'vitest'
import {fuzz} from '../faults/fuzz.ts'
import {processToken} from '../faults/lake-process.ts'
import {lakeForTests, token} from './lake-for-tests.ts'

const lake = lakeForTests({queryTimeoutMs: 300})

it('bad requests of every kind are refused, and the lake keeps working', async () => {
  expect(processToken).toBe(token)
  const {findings, requests, checks} = await fuzz(lake.url, 500, 3)
  // Durations are checked by the script only: here other tests share the machine.
  expect(findings.filter(({what}) => what !== 'slow')).toEqual([])
  expect([requests, checks.count]).toEqual([500, 2])
  expect(Object.keys(Object.prototype)).toEqual([])
  expect({}).not.toHaveProperty('polluted')
}, 60_000)
