// The hash of a long text is taken piece by piece, and is that of its UTF-8 form.
import {expect, test} from 'vitest'
import {sha256} from '../../src/text/hash.ts'

test.each([[0], [1], [2], [3]])('pairs that stand across pieces, moved by %i', by => {
  const text = `${'一'.repeat(by)}${'𠀀a'.repeat(800_000)}`
  expect(sha256(text)).toBe(sha256(new TextEncoder().encode(text)))
})
