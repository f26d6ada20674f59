"""The addresses of the room include."""

from alongside.include.web import urls_events

app_name = "include"
urlpatterns = [*urls_events.urlpatterns]
