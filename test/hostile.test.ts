// Inputs that nobody writes: each gives a sound Result, or one clear refusal; never anything else thrown.
import {describe, expect, test} from 'vitest'
import {check} from '../src/check/check.ts'
import {parse} from '../src/pipeline.ts'
import {bytes, pages, texts} from './hostile/inputs.ts'

const SIZE = 50_000

async function survives(input: string | Uint8Array): Promise<void> {
  const result = await parse(input)
  expect(result.diagnostics.filter(d => d.code === 'pipeline/stage-failed')).toEqual([])
  expect(check(result).slice(0, 3)).toEqual([])
}

describe('hostile text', () => {
  for (const [name, text] of texts(SIZE)) test(name, () => survives(text))
})

describe('hostile pages', () => {
  for (const [name, page] of pages(SIZE)) test(name, () => survives(page))
})

describe('hostile bytes', () => {
  for (const [name, data] of bytes(SIZE))
    test(name, () =>
      survives(data).catch(error => {
        expect(error.name).toBe('ReadError')
        expect(error.message).not.toContain('\n')
      }),
    )
})
