/** What a start takes from the build. */
import fs from 'node:fs'
import {expect, test} from 'vitest'

test('V8’s code is kept under the name of the very Node that made it', () => {
  const kept = fs.readdirSync('dist/bin').filter(name => name.endsWith('.cache'))
  const {version, platform, arch} = process
  const scripts = ['pipeline', 'policy', 'read-html-html', 'repair-lattice-index']
  expect(kept.sort()).toEqual(scripts.map(script => `${script}.${version}-${platform}-${arch}.cache`))
})
