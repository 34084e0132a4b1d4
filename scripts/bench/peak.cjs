// Loaded before a program: writes the most memory that it held, in MB, to the file that PEAK_FILE names.
const fs = require('node:fs')

process.on('exit', () => {
  // Of this program alone: what resourceUsage tells begins with the memory of whoever started it.
  const status = fs.existsSync('/proc/self/status') ? fs.readFileSync('/proc/self/status', 'utf8') : ''
  const kilobytes = Number(/^VmHWM:\s+(\d+)/m.exec(status)?.[1] ?? process.resourceUsage().maxRSS)
  fs.writeFileSync(process.env.PEAK_FILE, String(kilobytes / 1024))
})
