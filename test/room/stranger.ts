import type { Page } from 'playwright-core'

/** What a newcomer asks of a story, and the words by which it is looked for. */
export interface Questions {
  /** Words by which the claim whose source is asked for is searched. */
  readonly claim: string
  /** A voice among those on whom most hangs. */
  readonly voice: string
}

/** One step of the way: what is clicked, and what the page then answers. */
export interface Step {
  readonly question: 'disputed' | 'source' | 'falls'
  readonly clicks: number
  readonly answer: string
  readonly milliseconds: number
}

/**
 * Walks the way of docs/strangers-test.md by clicks and typing alone, from the front page: what is disputed about a date,
 * whom a claim goes back to, what falls without one voice. `seen` is called with the answer on the screen.
 */
export async function walk(
  page: Page,
  { claim, voice }: Questions,
  seen: (question: Step['question']) => Promise<void> = async () => {},
): Promise<readonly Step[]> {
  const steps: Step[] = []
  const answer = async (question: Step['question'], begun: number, clicks: number, selector: string): Promise<void> => {
    const found = page.locator(selector).first()
    await found.waitFor()
    await found.scrollIntoViewIfNeeded()
    steps.push({ question, clicks, answer: (await found.innerText()).trim(), milliseconds: Date.now() - begun })
    await seen(question)
  }

  let begun = Date.now()
  await page.click('.rail a:has-text("Conflicts")')
  await page.selectOption('.filters label:has-text("About") select', 'date')
  await answer('disputed', begun, 2, '.conflict')

  begun = Date.now()
  await page.click('.rail a:has-text("Claims")')
  await page.fill('.filters input[type=search]', claim)
  await page.click('.claim-row')
  await answer('source', begun, 3, '.apparatus .meta:has-text("goes back to")')

  begun = Date.now()
  await page.click('.rail a:has-text("Front")')
  await page.click(`.front-columns a:has-text(${JSON.stringify(voice)}):has-text("fall")`)
  await answer('falls', begun, 2, '.stemma section:has-text("What falls")')
  return steps
}

/** What is asked of the example: who it goes back to that the light was ordered to be put out, and what hangs on the technician. */
export const exampleQuestions: Questions = { claim: 'boss order put out', voice: 'Emil Lindgard' }
