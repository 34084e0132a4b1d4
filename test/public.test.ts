// The public names: what a user of the library may rely on. A change here is a change of version.
import {expect, test} from 'vitest'
import {parse} from '../src/index.ts'

test('policy-parser', async () => {
  expect(Object.keys(await import('../src/index.ts')).sort()).toMatchInlineSnapshot(`
    [
      "CLAUSE_COLUMNS",
      "FACT_COLUMNS",
      "ReadError",
      "VERSION",
      "clauseRows",
      "csvRecord",
      "factRows",
      "outline",
      "parse",
      "toCodePoints",
      "unifiedDiff",
    ]
  `)
})
test('policy-parser/text', async () => {
  expect(Object.keys(await import('../src/text/index.ts')).sort()).toMatchInlineSnapshot(`
    [
      "CJK_NUMERAL",
      "apply",
      "calendarDays",
      "compose",
      "contains",
      "cut",
      "dateAt",
      "invert",
      "lastDay",
      "lineStarts",
      "numeralAt",
      "overlaps",
      "position",
      "readCjk",
      "readDate",
      "readNumeral",
      "settle",
      "shift",
      "shiftDate",
      "textMap",
      "toNew",
      "toOld",
      "trimSpan",
    ]
  `)
})
test('policy-parser/check', async () => {
  expect(Object.keys(await import('../src/check/check.ts')).sort()).toMatchInlineSnapshot(`
    [
      "check",
    ]
  `)
})
test('policy-parser/model', async () => {
  expect(Object.keys(await import('../src/model/index.ts')).sort()).toMatchInlineSnapshot(`
    [
      "BlockSchema",
      "CERTAINTIES",
      "COMPARATORS",
      "CellSchema",
      "CertaintySchema",
      "ClauseSchema",
      "ComparatorSchema",
      "DIAGNOSTICS",
      "DIRECTIONS",
      "DeadlineSchema",
      "DiagnosticSchema",
      "DocumentSchema",
      "EVIDENCES",
      "ErrorRecordSchema",
      "FACT_KINDS",
      "FIELD_SOURCES",
      "FURNITURE_REASONS",
      "FactSchema",
      "FieldSchema",
      "FoldEditSchema",
      "FoldSchema",
      "FragmentSchema",
      "GuessSchema",
      "HeadingSchema",
      "ItemSchema",
      "LEAF_TYPES",
      "LEVELS",
      "LeafSchema",
      "MARKER_STYLES",
      "MarkerSchema",
      "MetadataSchema",
      "MoneySchema",
      "NodeSchema",
      "OriginSchema",
      "PRECISIONS",
      "PartOriginSchema",
      "PercentageSchema",
      "PlaceSchema",
      "QuantitySchema",
      "REFERENCE_RELATIONS",
      "RELATIONS",
      "ROLES",
      "ReferenceSchema",
      "RepairSchema",
      "ResponsibilitySchema",
      "ResultSchema",
      "SCRIPTS",
      "STYLE_LETTERS",
      "SourceInfoSchema",
      "SpanSchema",
      "TableSchema",
      "TargetDeadlineSchema",
      "TargetSchema",
      "TextOriginSchema",
      "VIAS",
      "WarningSchema",
    ]
  `)
})

test('policy-parser/batch', async () => {
  expect(Object.keys(await import('../src/batch/batch.ts')).sort()).toMatchInlineSnapshot(`
    [
      "batch",
      "mergeManifests",
    ]
  `)
})
test('policy-parser/store', async () => {
  expect(Object.keys(await import('../src/store/index.ts')).sort()).toMatchInlineSnapshot(`
    [
      "GROUPINGS",
      "StoreError",
      "compare",
      "groupOf",
      "index",
      "measuresOf",
      "mergeIndexes",
      "openSqlite",
      "openStore",
      "withoutTwins",
    ]
  `)
})

test('what is neither bytes nor text is refused in plain words', async () => {
  for (const input of [undefined, 5, {}, new ArrayBuffer(2)])
    await expect(parse(input as never)).rejects.toThrow(TypeError)
  await expect(parse(new ArrayBuffer(2) as never)).rejects.toThrow('a Uint8Array')
})
