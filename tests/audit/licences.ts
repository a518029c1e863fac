/** `npm run licences`: prints the licences of all packages, and fails on one that is not allowed. Needs no network. */
import {readFileSync} from 'node:fs'
import {forbiddenPackages, licenceTable} from './licence-table.ts'

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'))
console.table(licenceTable(lock))
const forbidden = forbiddenPackages(lock)
for (const {name, licence} of forbidden)
  console.error(
    `✗ ${name}: ${licence}. Use another package, or allow the licence in tests/audit/licence-table.ts with the reason.`,
  )
if (forbidden.length > 0) process.exitCode = 1
