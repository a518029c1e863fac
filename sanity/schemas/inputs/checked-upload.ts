import type {AssetSource, AssetSourceUploadEvent, AssetSourceUploader} from 'sanity'
import {kindOfContent, printColours, refusalText, refusedContent} from './logo-file.ts'

export type UploadMessage = {tone: 'critical' | 'caution'; text: string}
type Tell = (message: UploadMessage) => void
type UploadOptions = Parameters<AssetSourceUploader['upload']>[1]

/** Enough for the headers of a JPEG, which may hold a thumbnail and a colour profile. */
const headBytes = 256 * 1024

/**
 * The source of uploads with a check of the content before, and with the reason of a refusal. Sanity's own shows
 * a toast that refers to the browser's console.
 */
export function checkedSource(source: AssetSource, tell: Tell): AssetSource {
  const {Uploader} = source
  if (!Uploader) return source

  class CheckedUploader extends Uploader {
    #subscribers = new Set<(event: AssetSourceUploadEvent) => void>()

    override upload(files: File[], options?: UploadOptions) {
      void this.#check(files, options)
      return []
    }

    override subscribe(subscriber: (event: AssetSourceUploadEvent) => void) {
      this.#subscribers.add(subscriber)
      const unsubscribe = super.subscribe((event) => {
        if (event.type === 'error') return
        if (event.type === 'all-complete') {
          const failed = event.files.find(({status}) => status === 'error')
          if (failed) tell({tone: 'critical', text: refusalText(failed.error, failed.file)})
        }
        subscriber(event)
      })
      return () => {
        this.#subscribers.delete(subscriber)
        unsubscribe()
      }
    }

    async #check(files: File[], options?: UploadOptions) {
      const [file] = files
      const head = new Uint8Array((await file?.slice(0, headBytes).arrayBuffer()) ?? [])
      const kind = kindOfContent(head)
      const refused = refusedContent(kind)
      if (kind === 'cmyk') tell({tone: 'caution', text: printColours})
      if (!refused) return super.upload(files, options)
      tell({tone: 'critical', text: refused})
      for (const subscriber of this.#subscribers) subscriber({type: 'all-complete', files: []})
    }
  }
  return {...source, Uploader: CheckedUploader}
}
