export const dynamic = 'force-dynamic'

/** Live: the process answers. */
export function GET() {
  return Response.json({status: 'ok'})
}
