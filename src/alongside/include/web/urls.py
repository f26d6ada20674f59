"""The addresses of the room include."""

from alongside.include.web import urls_circles, urls_events, urls_letters, urls_moderation

app_name = "include"
urlpatterns = [
    *urls_circles.urlpatterns,
    *urls_events.urlpatterns,
    *urls_letters.urlpatterns,
    *urls_moderation.urlpatterns,
]
