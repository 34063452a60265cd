## The ways to share a plan.

share-link = Copy a link
share-link-hint = to this plan, this view and this place on the map
share-compare = Copy a link to compare
share-compare-hint = whoever opens it sees what differs from their own plan
share-compare-copied = the link is copied; whoever opens it compares this plan with theirs
share-svg = Save the map as SVG
share-svg-hint = with the sentence, as a drawing that can be scaled
share-png = Save the map as PNG
share-png-hint = with the sentence, as a picture to post
share-png-failed = the browser could not make the picture; the SVG has the same drawing
share-markdown = Copy the report as Markdown
share-markdown-hint = ranges, room, Services, findings, settings
share-markdown-copied = the report is copied as Markdown
share-in-planner = Open in the planner
share-embed = Copy the code that embeds it
share-embed-hint = the element <dualstack-planner> for pages of documentation
share-embed-copied = the code is copied; it takes the files of the npm package beside the page
share-no-plan = there is no plan that can be read
share-link-without-way = the link is copied. The comparison and what is ticked off do not fit into it; they stay in this tab
