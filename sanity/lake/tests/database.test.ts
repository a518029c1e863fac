import {chmodSync, rmSync, statSync, writeFileSync} from 'node:fs'
import {DatabaseSync} from 'node:sqlite'
import {afterEach, beforeEach, expect, it, vi} from 'vitest'
import {startLake} from '../src/server.ts'
import {databaseFile} from '../src/store/open-database.ts'
import {clientFor, optionsFor, temporaryFolder, token} from './lake-for-tests.ts'

let dir: string

/** A folder with a dataset of two documents, and no lake running. */
beforeEach(async () => {
  dir = temporaryFolder()
  const lake = await startLake(optionsFor(dir))
  const client = clientFor(lake.url, {token, perspective: 'raw'})
  await client.create({_id: 'a', _type: 'note', title: 'A'})
  await client.create({_id: 'b', _type: 'note', title: 'B'})
  await lake.close()
})
afterEach(() => rmSync(dir, {recursive: true, force: true}))

const change = (sql: string) => {
  const db = new DatabaseSync(databaseFile(dir))
  db.exec(sql)
  db.close()
}

it('a database that is missing or empty, where there was one, is not seeded again', async () => {
  writeFileSync(databaseFile(dir), '')
  await expect(startLake(optionsFor(dir))).rejects.toThrow('missing or empty, but this folder had one')
  rmSync(databaseFile(dir))
  await expect(startLake(optionsFor(dir))).rejects.toThrow('Put a backup in its place')
})

it('a damaged database is refused, with the file and the remedy', async () => {
  writeFileSync(databaseFile(dir), Buffer.alloc(8192, 'x'))
  await expect(startLake(optionsFor(dir))).rejects.toThrow(`${databaseFile(dir)} is damaged`)
})

it('a database of a newer version is refused; one of an earlier version is migrated', async () => {
  change('PRAGMA user_version = 99')
  await expect(startLake(optionsFor(dir))).rejects.toThrow('newer version of the lake')
  change('PRAGMA user_version = 0; ALTER TABLE datasets DROP COLUMN description')
  const lake = await startLake(optionsFor(dir))
  expect(await clientFor(lake.url).fetch('count(*)')).toBe(2)
  await lake.close()
})

it('only the account that runs the lake can read the database', async () => {
  chmodSync(databaseFile(dir), 0o644)
  const lake = await startLake(optionsFor(dir))
  await clientFor(lake.url, {token}).create({_type: 'note'})
  for (const file of ['', '-wal', '-shm'])
    expect(statSync(databaseFile(dir) + file).mode & 0o777, file).toBe(0o600)
  await lake.close()
})

it('a document that is not JSON is named, and all others are read', async () => {
  change(`UPDATE documents SET json = '{broken' WHERE id = 'a'`)
  const messages = vi.spyOn(console, 'error').mockImplementation(() => {})
  const lake = await startLake(optionsFor(dir))
  const client = clientFor(lake.url, {token, perspective: 'raw'})
  expect(await client.fetch('*[_type == "note"].title')).toEqual(['B'])
  expect(await client.getDocument('a')).toBeUndefined()
  expect(messages).toHaveBeenCalledWith(expect.stringContaining('"a" in the dataset "production"'))
  await lake.close()
})
