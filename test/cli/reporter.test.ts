// `batch --reporter`: commands of GitHub Actions, or one SARIF log, in an order that does not depend on who was done first.
import {afterAll, beforeAll, expect, test} from 'vitest'
import {folder, gone, policy} from './policy.ts'

let dir: string
beforeAll(() => {
  dir = folder({
    'in/a 1,%.txt': '云岭县通知\n一、总则\n三、任务\n使学生掌握13项体育技能，印发2019〕6号文件。\n',
    'in/b.txt': 'Rar!\u001a\u0007\u0001\u0000',
  })
})
afterAll(() => gone(dir))
const batch = (reporter: string) =>
  policy(dir, ['batch', 'in', '-o', 'out', '--force', '--quiet', '--reporter', reporter])

test('github: a command a line, with what is special escaped', async () => {
  const {code, out} = await batch('github')
  const lines = out.trim().split('\n')
  expect(code).toBe(1)
  for (const line of lines)
    expect(line).toMatch(/^::(?:error|warning|notice) file=[^:,]+,line=\d+,col=\d+,title=[^:,]+::\S.*$/)
  expect(lines.some(line => line.startsWith('::warning file=in/a 1%2C%25.txt,line='))).toBe(true)
  expect(lines.some(line => line.startsWith('::error file=in/b.txt,line=1,col=1,'))).toBe(true)
})

test('sarif: what SARIF 2.1.0 asks for', async () => {
  const {code, out} = await batch('sarif')
  expect([code, out.split('\n').length]).toEqual([1, 2])
  const {version, $schema, runs} = JSON.parse(out)
  expect([version, $schema, runs.length]).toEqual(['2.1.0', 'https://json.schemastore.org/sarif-2.1.0.json', 1])
  const {tool, columnKind, results} = runs[0]
  expect([tool.driver.name, columnKind]).toEqual(['policy', 'utf16CodeUnits'])
  const rules = tool.driver.rules.map((rule: {id: string}) => rule.id)
  expect(new Set(rules).size).toBe(rules.length)
  expect(results.length).toBeGreaterThan(1)
  for (const {ruleId, level, message, locations} of results) {
    expect(rules).toContain(ruleId)
    expect(['error', 'warning', 'note']).toContain(level)
    expect(message.text).toMatch(/\S/)
    const {artifactLocation, region} = locations[0].physicalLocation
    expect(['in/a%201%2C%25.txt', 'in/b.txt']).toContain(artifactLocation.uri)
    expect(Math.min(region.startLine, region.startColumn)).toBeGreaterThanOrEqual(1)
  }
})
