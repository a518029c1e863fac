import {expect, it} from 'vitest'
import {assertLakeAnswers} from '#lib/server/embedded-lake.ts'
import {lakeForTests} from '#sanity/lake/tests/lake-for-tests.ts'

const lake = lakeForTests()

it('next dev without the lake names the command that starts both', async () => {
  await expect(assertLakeAnswers({lakeUrl: lake.url})).resolves.toBeUndefined()
  await expect(assertLakeAnswers({lakeUrl: 'http://127.0.0.1:1'})).rejects.toThrow('npm run dev')
})
