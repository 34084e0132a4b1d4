#!/usr/bin/env node
// The command line: the version at once, everything else by the script that the build made.
const [first, ...rest] = process.argv.slice(2)
if (rest.length === 0 && (first === '--version' || first === '-V'))
  process.stdout.write(`${require('../package.json').version}\n`)
else
  try {
    require('./script.js').load('policy')
  } catch (error) {
    process.stderr.write(`error: ${error.message}\n`)
    process.exitCode = 1
  }
