import {config} from '#lib/server/config.ts'
import {StudioApp} from './studio-app.tsx'

// Read at each request, not at build time: the lake's port may differ between the two.
export const dynamic = 'force-dynamic'

export default function StudioPage() {
  const {projectId, dataset, lakeUrl} = config
  return <StudioApp projectId={projectId} dataset={dataset} lakeUrl={lakeUrl} />
}
