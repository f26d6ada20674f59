"""The addresses of moderation. What was reported, and by whom, is never part of one."""

from django.urls import path

from alongside.include.web import views_moderation as doing
from alongside.include.web import views_reports as reporting

urlpatterns = [
    path("circles/<uuid:circle>/report/", reporting.report, name="report"),
    path("circles/<uuid:circle>/posts/<uuid:post>/report/", reporting.report_post, name="report-post"),
    path("reports/<uuid:report>/", reporting.followed, name="report-followed"),
    path("notices/", reporting.notices, name="notices"),
    path("notices/read/", reporting.notices_read, name="notices-read"),
    path("notices/names/<uuid:unmasking>/", reporting.name_seen, name="unmasked"),
    path("moderation/", doing.queue, name="moderation"),
    path("moderation/counts/", doing.counts, name="moderation-counts"),
    path("moderation/reports/<uuid:report>/", doing.case, name="case"),
    path("moderation/reports/<uuid:report>/seen/", doing.acknowledge, name="case-seen"),
    path("moderation/reports/<uuid:report>/aside/", doing.step_aside, name="case-aside"),
    path("moderation/reports/<uuid:report>/decision/", doing.decide, name="case-decide"),
    path("moderation/people/<uuid:membership>/name/", doing.name_ask, name="unmask-ask"),
    path("moderation/names/<uuid:unmasking>/", doing.name, name="unmask"),
]
