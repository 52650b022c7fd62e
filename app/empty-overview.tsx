import { pageHref } from '#client/entity-href';
import { BringYourOwn } from '#components/overview/bring-your-own';
import { ButtonLink } from '#components/ui/button';
import { DocumentPage, PageSection } from '#components/ui/document-page';
import { VisibleText } from '#components/ui/visible-text';

/** Of a namespace without an event: how some come into it, and where there are some. */
export function EmptyOverview({ namespace, others }: { namespace: string; others: readonly string[] }) {
  return (
    <DocumentPage
      title="Nothing here yet"
      lead={
        <>
          The namespace <VisibleText text={namespace} /> holds no event. Import a log, and every entity in it
          can be scrubbed through time.
        </>
      }
    >
      <BringYourOwn namespace={namespace} />
      {others.length === 0 ? null : (
        <PageSection id="elsewhere" title="There is something in">
          <div className="flex flex-wrap gap-2">
            {others.map((name) => (
              <ButtonLink key={name} href={pageHref('/', name)}>
                <VisibleText text={name} />
              </ButtonLink>
            ))}
          </div>
        </PageSection>
      )}
    </DocumentPage>
  );
}
