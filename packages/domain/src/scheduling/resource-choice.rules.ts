/** Whether a resource can be sent to, or can receive, this work. */
export function takesWork(
  resource: { takesMobile: boolean; takesShop: boolean },
  work: { isMobile: boolean },
): boolean {
  return work.isMobile ? resource.takesMobile : resource.takesShop;
}
