import {createPause} from '../pause.ts'

/** Text is sent in chunks of about this size, each after the client has read the previous one. */
const chunkCharacters = 64 * 1024

type Lines = Iterator<string> | AsyncIterator<string>

/**
 * Streams lines as they are produced, with pauses, so that a long response does not block other requests. An
 * empty string is a step without a line.
 */
export function ndjsonStream(lines: Lines, onEnd: () => void = () => undefined): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  const pause = createPause()
  let isFinished = false
  const finish = () => {
    isFinished = true
    onEnd()
  }
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      let text = ''
      try {
        while (text.length < chunkCharacters) {
          await pause()
          if (isFinished) return
          const {value, done} = await lines.next()
          if (done) {
            if (text) controller.enqueue(encoder.encode(text))
            controller.close()
            return finish()
          }
          text += value
        }
        controller.enqueue(encoder.encode(text))
      } catch (error) {
        finish()
        throw error
      }
    },
    cancel: finish,
  })
}
