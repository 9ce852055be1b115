import { render } from 'preact'
import { useEffect } from 'preact/hooks'
import type { Story } from '../presentation/story.js'
import { DossierPage } from './dossier-page.js'

/** Writes the dossier beside the room when the page is about to be printed, and takes it away again. */
export function PrintOnDemand({ story }: { readonly story: Story }): null {
  useEffect(() => {
    const place = document.getElementById('dossier')
    if (place === null) return
    const write = (): void => render(<DossierPage story={story} />, place)
    const clear = (): void => render(null, place)
    const paper = matchMedia('print')
    const turn = (): void => (paper.matches ? write() : clear())
    addEventListener('beforeprint', write)
    addEventListener('afterprint', clear)
    paper.addEventListener('change', turn)
    return () => {
      removeEventListener('beforeprint', write)
      removeEventListener('afterprint', clear)
      paper.removeEventListener('change', turn)
    }
  }, [story])
  return null
}
