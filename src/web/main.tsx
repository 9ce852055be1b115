import { render } from 'preact'
import type { Findings } from '../model/findings.js'
import { App } from './app.js'

const room = document.getElementById('room')
const data = document.getElementById('findings')?.textContent ?? 'null'
if (room !== null) {
  room.replaceChildren()
  render(<App given={JSON.parse(data) as Findings | null} />, room)
}
