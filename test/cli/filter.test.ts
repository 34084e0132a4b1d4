// `parse --ndjson`: a request a line in, a Result or an error record a line out, in order.
import {afterAll, beforeAll, expect, test} from 'vitest'
import {ErrorRecordSchema, ResultSchema} from '../../src/model/result.ts'
import {folder, gone, NOTICE, policy} from './policy.ts'

let dir: string
beforeAll(() => {
  dir = folder()
})
afterAll(() => gone(dir))

const filter = async (lines: readonly string[]) => {
  const {code, out, err} = await policy(dir, ['parse', '--ndjson'], lines.join('\n'))
  return {
    code,
    err,
    records: out
      .split('\n')
      .filter(Boolean)
      .map(line => JSON.parse(line)),
  }
}

test('text and bytes give the same Result, with the id of the request', async () => {
  const {code, records} = await filter([
    JSON.stringify({id: 'a', text: NOTICE, path: 'x/a.txt'}),
    '',
    JSON.stringify({id: 'b', bytesBase64: Buffer.from(NOTICE).toString('base64'), path: 'x/a.txt'}),
  ])
  expect(code).toBe(0)
  expect(records.map(r => r.id)).toEqual(['a', 'b'])
  expect({...records[1], id: 'a'}).toEqual(records[0])
  expect(ResultSchema.safeParse(records[0]).success).toBe(true)
})

test('an id that would come out as another one, or as none, is an error record; a number is its digits', async () => {
  const text = JSON.stringify(NOTICE)
  const {code, err, records} = await filter([
    `{"id": 9007199254740991, "text": ${text}}`,
    `{"id": 9007199254740993, "text": ${text}}`,
    `{"id": 1.5, "text": ${text}}`,
    `{"id": {"a": 1}, "text": ${text}, "path": "a.txt"}`,
    `{"id": null, "text": ${text}}`,
  ])
  expect(code).toBe(1)
  expect(records.map(r => r.id ?? r.error?.code)).toEqual([
    '9007199254740991',
    'invalid-id',
    'invalid-id',
    'invalid-id',
    undefined,
  ])
  expect(err.split('\n')[2]).toBe('a.txt:1:1: error: Unexpected id, expected a string or a whole number below 2^53')
})

test('a bad request is an error record in its place', async () => {
  const {code, err, records} = await filter([
    JSON.stringify({id: '1', text: NOTICE}),
    '{"id": "2", ',
    JSON.stringify({id: '3'}),
    JSON.stringify({id: '4', bytesBase64: '%%%'}),
    '[1]',
    JSON.stringify({id: '6', text: ''}),
  ])
  expect(code).toBe(1)
  expect(records.map(r => r.id)).toEqual(['1', undefined, '3', '4', undefined, '6'])
  expect(records.map(r => r.error?.code)).toEqual([
    undefined,
    'invalid-json',
    'invalid-request',
    'invalid-base64',
    'invalid-request',
    undefined,
  ])
  for (const record of records.filter(r => r.error)) expect(ErrorRecordSchema.safeParse(record).success).toBe(true)
  expect(err.trim().split('\n')).toEqual([
    '-:2:1: error: Unexpected line, expected a JSON object',
    '3:1:1: error: Unexpected request, expected "text" or "bytesBase64"',
    '4:1:1: error: Unexpected bytesBase64, expected base64 text',
    '-:5:1: error: Unexpected request, expected "text" or "bytesBase64"',
  ])
})
