// The version stands in two places; they agree.
import fs from 'node:fs'
import {expect, test} from 'vitest'
import {VERSION} from '../src/version.ts'

test('src/version.ts agrees with package.json and the changelog', () => {
  expect(VERSION).toBe(JSON.parse(fs.readFileSync('package.json', 'utf8')).version)
  expect(fs.readFileSync('CHANGELOG.md', 'utf8')).toContain(`## ${VERSION}`)
})
