import {slices} from '../slices.ts'

/** Text is sent in pieces of about this size, each when the reader has taken the one before. */
const chunkCharacters = 64 * 1024

type Lines = Iterator<string> | AsyncIterator<string>

/** Lines as a body, made as they are read and in slices: a long answer holds up nobody. An empty line is a step, not a line. */
export function streamOf(lines: Lines, end: () => void = () => undefined): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  const pause = slices()
  let isOver = false
  const finish = () => {
    isOver = true
    end()
  }
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      let text = ''
      try {
        while (text.length < chunkCharacters) {
          await pause()
          if (isOver) return
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
