import sharp from 'sharp'

export const red = [255, 0, 0]
export const green = [0, 128, 0]
export const blue = [0, 0, 255]
export const white = [255, 255, 255]

export const block = (background: number[], width: number, height: number) => {
  const [r = 0, g = 0, b = 0] = background
  return sharp({create: {width, height, channels: 3, background: {r, g, b}}})
    .png()
    .toBuffer()
}

/**
 * 80 x 40: red at the top left, green at the top right, blue at the bottom left, white at the bottom right.
 */
export const quarters = async () =>
  sharp(await block(red, 80, 40))
    .composite([
      {input: await block(green, 40, 20), left: 40, top: 0},
      {input: await block(blue, 40, 20), left: 0, top: 20},
      {input: await block(white, 40, 20), left: 40, top: 20},
    ])
    .png()
    .toBuffer()
