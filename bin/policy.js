#!/usr/bin/env node
// The command line: the version at once, everything else by the script that the build made.
const [first, ...rest] = process.argv.slice(2)
const HELP = ['--help', '-h', 'help']
if (rest.length === 0 && (first === '--version' || first === '-V'))
  process.stdout.write(`${require('../package.json').version}\n`)
else
  try {
    // Node brings V8's code for its own modules along, and V8 takes it only before its flags change: what reads pages needs this one.
    if (first !== undefined && first !== 'search' && ![first, ...rest].some(word => HELP.includes(word)))
      require('node:crypto')
    require('./script.js').load('policy')
  } catch (error) {
    process.stderr.write(`error: ${error.message}\n`)
    process.exitCode = 1
  }
